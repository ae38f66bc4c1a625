import path from 'node:path';
import attributes from './fold-attributes.json';

type Template = {
  mergeComponents(context: unknown, patch: Record<string, Record<string, string>>): void;
  nestElements: Map<string, number>;
  modifyTemplateResult: (result: string, nodeName: string, level: number, children: string) => string;
};
type PluginContext = {
  registerMethod(method: {
    name: string;
    fn: (platform: { runtimePath: string | string[]; template: Template }) => void;
  }): void;
  modifyComponentConfig(change: (given: { componentConfig: { includes: Set<string> } }) => void): void;
};

const NAME = 'fold';
/** A shelf of a conversation and a chunk on it: folds stand in folds, but no deeper. */
const LEVELS = 2;

/**
 * Gives WeChat's templates the element behind `src/components/fold.tsx`: while `folded` is a height, what is inside is
 * not drawn. It stays in the page's data, so that folding and unfolding send one number instead of the contents.
 */
export default (context: PluginContext): void => {
  context.modifyComponentConfig(({ componentConfig }) => void componentConfig.includes.add(NAME));
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const { template } = platform;
      template.mergeComponents(context, attributes);
      template.nestElements.set(NAME, LEVELS);
      const ofOthers = template.modifyTemplateResult;
      template.modifyTemplateResult = (result, nodeName, level, children) =>
        nodeName === NAME ? foldTemplate(result, children) : ofOthers(result, nodeName, level, children);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'fold-runtime.ts')].flat();
    },
  });
};

/** Keeps the template's name and contents; only what stands around the contents is ours. `p0` is `folded`. */
function foldTemplate(result: string, children: string): string {
  const name = /<template name="[^"]+">/.exec(result)?.[0];
  if (!name) throw new Error(`this is no template of Taro's: ${result.slice(0, 80)}`);
  return `
${name}
  <view class="hy-fold" style="{{i.p0?'height:'+i.p0+'px':''}}" id="{{i.uid||i.sid}}" data-sid="{{i.sid}}"><block wx:if="{{!i.p0}}">${children}</block></view>
</template>
`;
}
