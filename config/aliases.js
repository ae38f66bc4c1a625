// The one list of path aliases. tsconfig.base.json repeats it for the type checker (a JSON file cannot import);
// scripts/check.ts compares the two.
const path = require('node:path');

const root = path.resolve(__dirname, '..');

module.exports = {
  '@domain': path.join(root, 'domain'),
  '@cloud': path.join(root, 'cloudfunctions'),
  '@localcloud': path.join(root, 'localcloud'),
  '@': path.join(root, 'src'),
};
