import { Button as ShareButton, Text } from '@tarojs/components';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Stack } from '@/components/stack';
import { callPhone } from '@/services/feedback';
import { shareLink } from '@/services/share';
import { helpingLink } from './helping-link';
import './helping-sheet.scss';

type HelpingSheetProps = { isOpen: boolean; name: string; phone: string; onClose: () => void };

/** 请人帮我办: say it over the phone, or hand the form to somebody of the family, who writes in this person's name. */
export function HelpingSheet({ isOpen, name, phone, onClose }: HelpingSheetProps) {
  const link = helpingLink(name);
  return (
    <Sheet isOpen={isOpen} title="请人帮我办" onClose={onClose}>
      <Stack gap="md">
        <Text className="hy-helping__words">不用打字，说给值班人员听，他们替您写下来。</Text>
        <Button size="large" block label={`打电话给值班室 ${phone}`} onTap={() => callPhone(phone)}>
          打电话给值班室
        </Button>
        <Text className="hy-helping__words">也可以发给家里人，他们打开就能替您写。</Text>
        {PLATFORM === 'weapp' ? (
          <ShareButton
            className="hy-helping__share"
            openType="share"
            aria-role="button"
            aria-label="发给家人"
          >
            发给家人
          </ShareButton>
        ) : (
          <Button tone="secondary" size="large" block onTap={() => void shareLink(link)}>
            发给家人
          </Button>
        )}
      </Stack>
    </Sheet>
  );
}
