// How the site's own styles are written.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // Names of blocks, their parts and kinds: block__part--kind.
    "selector-class-pattern": "^[a-z]+(-[a-z]+)*(__[a-z]+(-[a-z]+)*)?(--[a-z0-9]+(-[a-z]+)*)?$",
    // Colours written out in one length.
    "color-hex-length": "long",
    // Layers order the files; within one, rules follow what they are about.
    "no-descending-specificity": null,
    "custom-property-empty-line-before": null,
    "rule-empty-line-before": ["always-multi-line", { except: ["first-nested"], ignore: ["after-comment"] }],
    "comment-empty-line-before": null,
    // Those of Material have two hyphens.
    "custom-property-pattern": "^[a-z0-9]+(--?[a-z0-9]+)*$",
    // Names of typefaces.
    "value-keyword-case": ["lower", { ignoreProperties: ["/^--s(erif|ans)$/"] }],
    "declaration-no-important": true,
  },
};
