export default definePageConfig({ navigationBarTitleText: '和社区说' });
