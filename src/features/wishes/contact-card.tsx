import { Text, View } from '@tarojs/components';
import { useState, type ComponentProps } from 'react';
import { lookAtWishContact } from '@domain/wishes/wish.actions';
import type { WishContact } from '@domain/wishes/wish.schema';
import { aria } from '@/components/aria';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { FailureNote } from '@/components/failure-note';
import { Stack } from '@/components/stack';
import { callPhone } from '@/services/feedback';
import { useAction } from '@/services/use-action';
import './contact-card.scss';

/** Whom to ring and where to go, for those who may know it. Nothing is fetched before the person asks. */
export function ContactCard({ wishId }: { wishId: string }) {
  const look = useAction(lookAtWishContact);
  const [contact, setContact] = useState<WishContact | null>(null);
  const ask = async () => {
    const looked = await look.run({ wishId });
    if (looked.ok) setContact(looked.value);
  };
  return (
    <Card>
      <Stack>
        <Text className="hy-wish-contact__title">联系许愿的邻居</Text>
        {contact ? <Contact contact={contact} /> : <Before look={look} onAsk={ask} />}
      </Stack>
    </Card>
  );
}

/** The contact has served its purpose. */
export const ContactBlanked = () => (
  <Card tone="muted">
    <Text className="hy-wish-contact__hint">这个心愿早已办完，联系方式已按隐私规定清除。</Text>
  </Card>
);

type BeforeProps = {
  look: { isPending: boolean; failure: ComponentProps<typeof FailureNote>['failure'] };
  onAsk: () => void;
};

function Before({ look, onAsk }: BeforeProps) {
  return (
    <Stack>
      <Text className="hy-wish-contact__hint">
        姓名、电话和住处只用来完成这个心愿，请替邻居保密。每次查看都会留下记录。
      </Text>
      <FailureNote failure={look.failure} />
      <Button tone="secondary" block isBusy={look.isPending} onTap={onAsk}>
        查看联系方式
      </Button>
    </Stack>
  );
}

function Contact({ contact }: { contact: WishContact }) {
  return (
    <Stack>
      <View {...aria({ role: 'status' })}>
        <Fact label="称呼" value={contact.name} />
        <Fact label="住处" value={contact.place} />
        <Fact label="电话" value={contact.phone} />
      </View>
      <Button
        tone="done"
        size="large"
        block
        label={`打电话给${contact.name}，${contact.phone}`}
        onTap={() => callPhone(contact.phone)}
      >
        打电话
      </Button>
    </Stack>
  );
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <View className="hy-wish-contact__fact">
    <Text className="hy-wish-contact__label">{label}</Text>
    <Text className="hy-wish-contact__value">{value}</Text>
  </View>
);
