/* What a question asks for. Its words carry no weight (words.yml); what they ask for lifts the kind of page that answers. */

const any = (...shapes) => new RegExp(shapes.map((shape) => shape.source).join("|"), "iu");

// Each intent and how a text shows it, in English and Vietnamese; the first that fits counts.
const INTENTS = [
  ["when", any(
    /\bwhen\b|\b(?:what|which) (?:year|date|day|month|time)\b|\bdate of\b/,
    /khi nào|bao giờ|lúc nào|(?:năm|ngày|hôm|tháng) nào|(?:ngày|tháng|hôm|mùng|năm) (?:mấy|bao nhiêu)|khi nao|bao gio|nam nao/,
  )],
  ["many", any(/\bhow (?:many|much|large|big|high|long|old|often)\b|\bnumber of\b|\bpercentage\b|\btotal\b/, /bao nhiêu|bao nhieu|(?<!\p{L})mấy(?!\p{L})|số lượng|tổng số/u)],
  ["said", any(
    /\bwhat (?:did|does|do|has|have|is|was)\b.*\b(?:say|said|says|think|thinks|thought|call|called|tell|told)\b/,
    /\b(?:said|says|statements?|remarks|words|quotes?) (?:about|on|by|of)\b|\baccording to\b/,
    /nói gì|phát biểu gì|nói về|nói như thế nào|theo lời|noi gi/,
  )],
  ["who", any(/^\P{L}*(?:and |so )?who(?:m|se|'?s)?\b/u, /là ai|^ai\b|ai là|\bai (?:đã|là|dẫn|gặp|thăm|chủ)|người nào|la ai/)],
  ["which", any(
    /\bwhich\b|\bwhat (?:countries|nations|states|partners|agreements|visits|events|figures)\b|\blist\b|\ball\b/,
    /nước nào|quốc gia nào|những nước|các nước|danh sách|những sự kiện|nuoc nao|danh sach/,
  )],
  ["what", any(
    /\bwhat(?:'s| is| are| was| were| does)\b|\bmeaning\b|\bdefin(?:e|ition)\b|\bstands? for\b|\bexplain/,
    /là gì|nghĩa là|định nghĩa|la gi/,
  )],
];

/** What a text asks for: "many", "when", "said", "who", "which", "what", or null. */
export const intent = (text) => (INTENTS.find(([, shape]) => shape.test(text)) || [null])[0];

// How a question begins in English, and what makes one in Vietnamese.
const QUESTION = any(
  /\?\s*$/,
  /^\P{L}*(?:and |so |but )?(?:who|whom|whose|when|where|what|which|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)(?:'?s|'?re|'?d)?\b/u,
  /(?<!\p{L})(?:ai|gì|nào|đâu|sao|mấy|bao nhiêu|bao giờ|bao lâu|khi nào|thế nào|chưa|không)\P{L}*$/u,
  /(?<!\p{L})(?:ai|gì|nào|mấy|tại sao|vì sao|làm sao|bao nhiêu|bao giờ|thế nào)(?!\p{L})/u,
);

/** Whether a text is a question. */
export const isQuestion = (text) => QUESTION.test(text);

const DATED = new Set(["relations", "visit", "agreement", "event", "membership"]);
const OPINIONS = new Set(["policy", "assessment", "plan"]);

const ANSWERS = {
  many: (doc) => doc.of === "indicators",
  when: (doc) => !doc.entity && DATED.has(doc.kind),
  said: (doc) => !doc.entity && OPINIONS.has(doc.kind) && doc.people.length > 0,
  who: (doc) => doc.of === "people",
  which: (doc) => doc.list,
  what: (doc) => ["terms", "themes", "partners"].includes(doc.of),
};

/** Whether a document is of the kind that answers an intent. */
export const answers = (its, doc) => Boolean(its && ANSWERS[its](doc));
