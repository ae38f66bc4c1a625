import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './fold-attributes.json';

mergeInternalComponents(attributes);
