// How the site's own scripts are written: modules without globals but the browser's and the search's name.
import js from "@eslint/js";

const names = (words) => Object.fromEntries(words.trim().split(/\s+/).map((name) => [name, "readonly"]));
const BROWSER = names(`
  Blob CSS Image XMLSerializer MiniSearch Option ResizeObserver TextEncoder URL URLSearchParams addEventListener document
  getComputedStyle getSelection history innerHeight localStorage location matchMedia navigator Node NodeFilter print setTimeout clearTimeout window
  bambooSearch
`);
const NODE = names("URL URLSearchParams console globalThis process");

const rules = {
  ...js.configs.recommended.rules,
  "array-callback-return": "error",
  "arrow-body-style": "error",
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "func-style": "error",
  "max-len": ["error", { code: 200 }],
  "no-else-return": "error",
  "no-eval": "error",
  "no-implicit-globals": "error",
  "no-implied-eval": "error",
  "no-shadow": "error",
  "no-unused-expressions": "error",
  "no-use-before-define": ["error", { variables: false }],
  "no-useless-return": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-arrow-callback": "error",
  "prefer-const": "error",
  "prefer-template": "error",
};

export default [
  { files: ["hooks/**/*.mjs"], languageOptions: { ecmaVersion: 2023, globals: BROWSER }, rules },
  { files: ["tests/**/*.mjs"], languageOptions: { ecmaVersion: 2025, globals: NODE }, rules },
];
