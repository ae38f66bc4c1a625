import { Text, View } from '@tarojs/components';
import { WISH_LIMITS } from '@domain/wishes/wish.schema';
import { ChoiceField } from '@/components/choice-field';
import { Stack } from '@/components/stack';
import { TextAreaField } from '@/components/text-area-field';
import { TextField } from '@/components/text-field';
import { placeOf, type CardDraft } from './wish-draft';
import { CATEGORY_OPTIONS } from './wish-words';
import './card-fields.scss';

type Props = {
  value: CardDraft;
  onChange: (part: Partial<CardDraft>) => void;
  faultOf: (field: string) => string | undefined;
};

/** What is wished, of which kind, and the details: the part of a card that goes on the wall. */
export function CardFields({ value, onChange, faultOf }: Props) {
  return (
    <Stack gap="lg">
      <View id={placeOf('title')}>
        <TextField
          label="想要的是什么"
          placeholder="例如：一个小学生书包"
          value={value.title}
          maxLength={WISH_LIMITS.titleMax}
          fault={faultOf('title')}
          required
          onInput={(title) => onChange({ title })}
        />
      </View>
      <View id={placeOf('category')}>
        <ChoiceField
          label="哪一类"
          options={CATEGORY_OPTIONS}
          value={value.category}
          fault={faultOf('category')}
          required
          onPick={(category) => onChange({ category })}
        />
      </View>
      <View id={placeOf('detail')}>
        <TextAreaField
          label="细节（可以不写）"
          placeholder="大小、颜色、什么时候要用……不用写姓名和门牌号"
          value={value.detail}
          maxLength={WISH_LIMITS.detailMax}
          fault={faultOf('detail')}
          minRows={2}
          onInput={(detail) => onChange({ detail })}
        />
      </View>
    </Stack>
  );
}

/** The number to ring, and who will see it. */
export function PhoneField({ value, onChange, faultOf }: Props) {
  return (
    <View id={placeOf('phone')}>
      <TextField
        label="联系电话"
        placeholder="手机号或座机"
        type="phone"
        value={value.phone}
        maxLength={13}
        fault={faultOf('phone')}
        required
        onInput={(phone) => onChange({ phone })}
      />
      <Text className="hy-card-fields__hint">不会上墙，只有认领人和社区看得到</Text>
    </View>
  );
}
