import { useState } from 'react';
import { ChoiceField } from '@/components/choice-field';
import { Lead } from '@/components/lead';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { CATALOGUE } from '@/features/catalogue/catalogue';
import { Exhibit } from '@/features/catalogue/exhibit';
import {
  FONT_OPTIONS,
  SHOW_OPTIONS,
  themesFor,
  type FontPx,
  type Show,
} from '@/features/catalogue/shown-themes';
import { HOME, restartAt } from '@/services/navigate';

/** Every component with its states, by day and by night, in both editions. Only in browsers, for who builds screens. */
export default function CataloguePage() {
  const [show, setShow] = useState<Show>('all');
  const [fontPx, setFontPx] = useState<FontPx>('16');
  const themes = themesFor(show, Number(fontPx));
  return (
    <Screen title="组件" isOpen>
      <Stack gap="xl">
        <Lead
          title="组件一览"
          hint="每个组件的每种样子。新页面从这里拿，不另外画。"
          action={{ label: '回首页', onTap: () => restartAt(HOME) }}
        />
        <ChoiceField label="外观" options={SHOW_OPTIONS} value={show} onPick={setShow} />
        <ChoiceField label="系统字号" options={FONT_OPTIONS} value={fontPx} onPick={setFontPx} />
        {CATALOGUE.map((entry) => (
          <Exhibit key={entry.file} entry={entry} themes={themes} />
        ))}
      </Stack>
    </Screen>
  );
}
