import path from 'node:path';
import attributes from './aria-attributes.json';

type Platform = {
  runtimePath: string | string[];
  template: { mergeComponents(context: unknown, patch: Record<string, Record<string, string>>): void };
};
type PluginContext = {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
};

/**
 * Taro's templates for WeChat know no `aria-*` attributes and would drop what the screens say to a screen reader.
 * This adds them, and tells the runtime so that both number the attributes alike.
 */
export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(context, attributes);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.ts')].flat();
    },
  });
};
