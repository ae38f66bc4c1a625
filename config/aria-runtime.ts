import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './aria-attributes.json';

mergeInternalComponents(attributes);
