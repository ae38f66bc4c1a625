import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { go } from '@/services/navigate';
import { KEYS } from '../keys';
import './record-way.scss';

export const RECORD_PAGE = '/pages/casework/record/index';

/** One tap, or one key, from the queue to writing down a call. */
export const RecordWay = () => (
  <View className="hy-record-way">
    <Button tone="secondary" block shortcut={KEYS.record} onTap={() => go(RECORD_PAGE)}>
      代录来电、上门、群消息
    </Button>
  </View>
);
