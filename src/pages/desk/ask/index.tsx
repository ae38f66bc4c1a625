import { View } from '@tarojs/components';
import { getDuty } from '@domain/desk/desk.actions';
import { emergencyIn } from '@domain/desk/emergency';
import { Empty } from '@/components/empty';
import { Screen } from '@/components/screen';
import { Stack } from '@/components/stack';
import { Composer } from '@/features/desk/composer';
import { EchoBubble } from '@/features/desk/echo-bubble';
import { EmergencyCard } from '@/features/desk/emergency-card';
import { useAskInParts } from '@/features/desk/use-ask-in-parts';
import { useEmergencyTable } from '@/features/desk/use-emergency-table';
import { useParams } from '@/services/navigate';
import { useRead } from '@/services/queries';

/** A question that is spoken, or that has a place: the box of the desk page with everything a message may carry. */
export default function AskPage() {
  const { text = '' } = useParams<{ text: string }>();
  const { writing, enclosures, outgoing, leaving } = useAskInParts(text);
  const table = useEmergencyTable();
  const { data: duty } = useRead(getDuty, {});
  const danger = emergencyIn(writing.text, table.extra);
  const box = (
    <Composer
      writing={writing}
      enclosures={enclosures}
      isHomeOffered
      label="说说您的事"
      placeholder="也可以写几句"
      onActivity={() => undefined}
    />
  );
  return (
    <Screen title="说给社区" footer={box}>
      <Stack>
        {danger && <EmergencyCard kind={danger} table={table} duty={duty} />}
        {leaving.length === 0 && (
          <Empty
            scene="talk"
            title="不用打字，说给我们听就行"
            hint="点下面的“语音”说一段，“位置”可以告诉我们在哪栋楼、哪一层。发出后值班人员马上就能听到。"
          />
        )}
        <View>
          {leaving.map((message) => (
            <EchoBubble
              key={message.key}
              message={message}
              outgoing={outgoing}
              onEdit={writing.restore}
              self={null}
            />
          ))}
        </View>
      </Stack>
    </Screen>
  );
}
