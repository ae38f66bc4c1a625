import { Text, View } from '@tarojs/components';
import { Sheet } from '@/components/sheet';
import { useFocusWhile } from '@/services/focus';
import { KEY_LINES } from '../keys';

/** The keys of the desk on one card. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  useFocusWhile(isOpen, '.hy-sheet__close');
  return (
    <Sheet isOpen={isOpen} title="值班台的快捷键" onClose={onClose}>
      {KEY_LINES.map(({ keys, words }) => (
        <View key={words} className="hy-keys__line">
          <View className="hy-keys__keys">
            {keys.map((key) => (
              <Text key={key} className="hy-key">
                {key}
              </Text>
            ))}
          </View>
          <Text>{words}</Text>
        </View>
      ))}
    </Sheet>
  );
}
