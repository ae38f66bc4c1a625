import { Text, View } from '@tarojs/components';
import { classNames } from '@/components/class-names';
import { Section } from '@/components/section';
import { useThemeClass } from '@/services/display';
import type { Entry } from './entry';
import type { ShownTheme } from './shown-themes';
import './exhibit.scss';

/** A component: each of its states, in each of the themes. */
export const Exhibit = ({ entry, themes }: { entry: Entry; themes: readonly ShownTheme[] }) => (
  <Section title={entry.title} hint={`src/components/${entry.file}.tsx`}>
    <View className="hy-exhibit">
      {themes.map((shown) => (
        <Panel key={shown.text} entry={entry} shown={shown} />
      ))}
    </View>
  </Section>
);

function Panel({ entry, shown }: { entry: Entry; shown: ShownTheme }) {
  return (
    <View className={classNames(useThemeClass(shown.theme), 'hy-exhibit__panel')}>
      <Text className="hy-exhibit__theme">{shown.text}</Text>
      {entry.states.map(({ title, draw: Draw }) => (
        <View key={title} className="hy-exhibit__state">
          <Text className="hy-exhibit__name">{title}</Text>
          <Draw />
        </View>
      ))}
    </View>
  );
}
