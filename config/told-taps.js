/**
 * ESLint rule: whatever can be tapped is told to a screen reader. Taps go through `Tap` (which gives them a role, keys
 * and a pressed look), and a `Tap` without a `label` has words inside. What is hidden from screen readers is free.
 */
const USE_TAP = 'Use <Tap>: it has a role for screen readers and takes the Enter key.';
const SAY_IT = 'Only pictures inside: give it a `label`, or nobody who cannot see it knows what it does.';
/** Elements that accompany words and say nothing themselves. */
const SILENT = new Set(['Icon', 'Badge', 'View', 'Image']);
/** WeChat's own elements that are pressed; they need a label of their own. */
const NATIVE = new Set(['ShareButton', 'Switch', 'Picker', 'Slider']);

const nameOf = (element) => element.openingElement.name.name;
const attribute = (opening, name) =>
  opening.attributes.find((one) => one.type === 'JSXAttribute' && one.name.name === name);
const isHidden = (opening, source) =>
  opening.attributes.some(
    (one) => one.type === 'JSXSpreadAttribute' && /isHidden:\s*true/.test(source.getText(one)),
  );

/** Whether something is written inside: text, a value, or an element that may write something. */
function hasWords(node) {
  if (node.type === 'JSXText') return node.value.trim() !== '';
  if (node.type === 'JSXExpressionContainer') return node.expression.type !== 'JSXEmptyExpression';
  if (node.type === 'JSXFragment') return node.children.some(hasWords);
  if (node.type !== 'JSXElement') return false;
  return SILENT.has(nameOf(node)) ? node.children.some(hasWords) : true;
}

module.exports = {
  meta: { type: 'problem', schema: [], messages: { useTap: USE_TAP, sayIt: SAY_IT } },
  create(context) {
    return {
      JSXElement(node) {
        const { openingElement: opening } = node;
        const name = nameOf(node);
        if (attribute(opening, 'onClick') && !isHidden(opening, context.sourceCode))
          context.report({ node: opening, messageId: 'useTap' });
        const isSpread = opening.attributes.some((one) => one.type === 'JSXSpreadAttribute');
        if (name === 'Tap' && !attribute(opening, 'label') && !isSpread && !node.children.some(hasWords))
          context.report({ node: opening, messageId: 'sayIt' });
        if (NATIVE.has(name) && !attribute(opening, 'aria-label') && !isSpread)
          context.report({ node: opening, messageId: 'sayIt' });
      },
    };
  },
};
