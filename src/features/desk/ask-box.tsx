import { Text, View } from '@tarojs/components';
import { getDuty } from '@domain/desk/desk.actions';
import { emergencyIn } from '@domain/desk/emergency';
import { THREAD_LIMITS } from '@domain/desk/thread.schema';
import { PHOTO_LIMITS } from '@domain/kernel/input';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { PhotoField } from '@/components/photo-field';
import { Tap } from '@/components/tap';
import { TextAreaField } from '@/components/text-area-field';
import { VoiceInput } from '@/components/voice-input';
import { useRead } from '@/services/queries';
import { EmergencyCard } from './emergency-card';
import { FaqList } from './faq-list';
import { FaqNeighbours, FaqNeighboursLink } from './faq-neighbours';
import type { useAsking } from './use-asking';
import { useEmergencyTable } from './use-emergency-table';
import './ask-box.scss';

/** One box for whatever it is. Fitting answers appear while typing; what they do not answer goes to the desk. */
export function AskBox({ asking }: { asking: ReturnType<typeof useAsking> }) {
  const { writing, fitting, neighbours, popular, openId, open, solvedBy } = asking;
  const table = useEmergencyTable();
  const { data: duty } = useRead(getDuty, {});
  const danger = emergencyIn(writing.text, table.extra);
  const isEmpty = writing.text.trim() === '' && writing.uploads.photos.length === 0;
  const { photos, setPhotos } = writing.uploads;
  const verdicts = {
    answerOf: asking.answerOf,
    onHelped: asking.sayHelped,
    onNotHelped: asking.sayNotHelped,
  };
  return (
    <Card className="hy-ask">
      {danger && <EmergencyCard kind={danger} table={table} duty={duty} />}
      <TextAreaField
        label="说说您的事"
        value={writing.text}
        onInput={writing.setText}
        placeholder="比如：暖气不热怎么办？楼道灯坏了没人修…"
        maxLength={THREAD_LIMITS.textMax}
        minRows={3}
      />
      {solvedBy && <Solved />}
      {!isEmpty && (
        <>
          <FaqList title="这些是不是您要的？" items={fitting} openId={openId} onOpen={open} {...verdicts} />
          <FaqNeighbours leads={neighbours} />
        </>
      )}
      {photos.length > 0 && <PhotoField value={photos} onChange={setPhotos} max={PHOTO_LIMITS.perMessage} />}
      <View className="hy-ask__ways">
        {photos.length === 0 && (
          <Tap className="hy-ask__photo" onTap={() => void writing.addPhotos()} label="添加照片">
            <Icon name="camera" />
            <Text className="hy-ask__photo-word">加照片</Text>
          </Tap>
        )}
        {asking.speak && (
          <Tap className="hy-ask__photo" onTap={asking.speak}>
            <Text>语音、位置</Text>
          </Tap>
        )}
        <VoiceInput onWords={(words) => writing.setText(writing.text + words)} />
        <Button
          tone="primary"
          size="large"
          isBusy={writing.isSending}
          isDisabled={!writing.canSend && !writing.isSending}
          onTap={() => void writing.send()}
        >
          {writing.isSending ? '照片上传中' : '发给值班人员'}
        </Button>
      </View>
      {isEmpty && !solvedBy && (
        <>
          <FaqList title="大家常问" items={popular} openId={openId} onOpen={open} {...verdicts} />
          <FaqNeighboursLink />
        </>
      )}
    </Card>
  );
}

const Solved = () => (
  <View className="hy-ask__solved" {...aria({ role: 'status' })}>
    <Icon name="check" />
    <Text className="hy-ask__solved-words">太好了，很高兴帮到您！还有别的事，随时来问。</Text>
  </View>
);
