import { Text, View } from '@tarojs/components';
import type { FaqSheet } from '@domain/desk/faq-keeping.schema';
import { formatAgo, MINUTE } from '@domain/kernel/time';
import { useNow } from '@/services/clock';
import './faq-history.scss';

/** Who did what to an entry, the newest first. */
export function FaqHistory({ history }: { history: FaqSheet['history'] }) {
  const now = useNow(MINUTE);
  return (
    <View className="hy-faq-history">
      {history.map(({ move, name, at, note }) => (
        <View key={`${at}-${move}`} className="hy-faq-history__line">
          <Text className="hy-faq-history__move">{`${name} ${move}`}</Text>
          <Text className="hy-faq-history__when">{`${formatAgo(at, now)}${note === '' ? '' : ` · ${note}`}`}</Text>
        </View>
      ))}
    </View>
  );
}
