/** What a template of the compiled mini-program does with a node of a page's data. */
type Template = {
  readonly tag: string;
  readonly takesTaps: boolean;
  readonly keys: Readonly<Record<string, string>>;
};
/** A node of what Taro hands to WeChat: the template's number, children, text, and properties by short names. */
export type DrawnNode = Readonly<Record<string, unknown>> & { readonly cn?: readonly DrawnNode[] };

const TEMPLATE = /<template name="tmpl_0_([^"]+)">\s*<([\w-]+)([^>]*)>/g;

/** The templates of base.wxml by the number with which a node asks for one. */
export function templatesIn(wxml: string): ReadonlyMap<string, Template> {
  const found = [...wxml.matchAll(TEMPLATE)].map(([, number = '', tag = '', attributes = '']) => {
    const keys = [...attributes.matchAll(/([\w-]+)="\{\{i\.(\w+)\}\}"/g)];
    return [
      number,
      {
        tag,
        takesTaps: /\bbindtap=/.test(attributes),
        keys: Object.fromEntries(keys.map(([, attribute = '', key = '']) => [attribute, key])),
      },
    ] as const;
  });
  return new Map(found);
}

const SPOKEN_BY_ITSELF = new Set(['scroll-view', 'input', 'textarea', 'image', 'text']);

const textIn = (node: DrawnNode): string =>
  typeof node['v'] === 'string' ? node['v'] : (node.cn ?? []).map(textIn).join('');

/** What can be tapped and is not told to a screen reader: without a role, or without a name and words. */
export function untoldTaps(root: DrawnNode, templates: ReadonlyMap<string, Template>): string[] {
  const untold: string[] = [];
  const visit = (node: DrawnNode): void => {
    const template = templates.get(String(node['nn']));
    const said = (attribute: string): string => {
      const key = template?.keys[attribute];
      return key ? String(node[key] ?? '') : '';
    };
    if (said('aria-hidden') === 'true') return;
    if (template?.takesTaps && !SPOKEN_BY_ITSELF.has(template.tag)) {
      const isNamed = said('aria-label') !== '' || textIn(node).trim() !== '';
      if (said('aria-role') === '' || !isNamed) {
        const lack = said('aria-role') === '' ? 'no role' : 'no name';
        untold.push(`${lack}: ${template.tag} ${String(node['cl'] ?? '')} “${textIn(node).slice(0, 20)}”`);
      }
    }
    (node.cn ?? []).forEach(visit);
  };
  (root.cn ?? []).forEach(visit);
  return [...new Set(untold)];
}
