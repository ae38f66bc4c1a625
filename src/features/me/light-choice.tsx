import { Card } from '@/components/card';
import type { Option } from '@/components/chips';
import { ChoiceField } from '@/components/choice-field';
import { useDisplay, type LightChoice as Choice } from '@/services/display';

const OPTIONS: readonly Option<Choice>[] = [
  { value: 'system', text: '跟随系统' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
];

/** Day or night on the screen, for who wants it other than the phone has it. */
export function LightChoice() {
  const { lightChoice, setLightChoice } = useDisplay();
  return (
    <Card>
      <ChoiceField label="页面颜色" options={OPTIONS} value={lightChoice} onPick={setLightChoice} />
    </Card>
  );
}
