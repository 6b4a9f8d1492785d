"""The environment of the pages' templates: Jinja2's, without the steps that only other templates need.

Ten thousand pages call millions of small things: attributes are read as Python does, texts are escaped
without an object for each, and a template that was loaded is there.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape


def html(value: Any) -> str:
    """What `escape` says, as a plain string where it is a text."""
    if type(value) is str:
        text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    return value if type(value) is Markup else escape(value)


class _Code(CodeGenerator):
    """Compiles templates whose values are objects, never dictionaries."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (its name)
        """Read an attribute; a strict undefined value says itself what is missing."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.html(")


class _OfPage(Context):
    """What a template sees: also what the page at hand says of itself, in blocks that many pages share.

    A block imported "with context" would be run again for each page that uses it.
    """

    environment: Templates

    def resolve_or_missing(self, key: str) -> Any:
        """The value of a name."""
        found = super().resolve_or_missing(key)
        return self.environment.page.get(key, missing) if found is missing else found

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 (Jinja2's own names)
        """Call something; macros, the most of it, know no context."""
        if type(__obj) is not Macro:
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


class _Loaded(Template):
    """A template whose macros see the same wherever they are used."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        return self._module or super()._get_default_module(ctx)


class Templates(Environment):
    """Templates, and what the page that is being rendered says of itself."""

    context_class = _OfPage
    code_generator_class = _Code
    template_class = _Loaded
    html = staticmethod(html)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.page: dict[str, object] = {}
        self._loaded: dict[str, Template] = {}

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """A template; it is looked for once."""
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = super().get_template(name, parent, globals)
        return found
