import { describe, expect, it } from 'vitest';
import { compose, type Manner, pressTone, withTone } from './syllable';

const MANNER: Manner = { method: 'telex', rule: 'traditional' };
const typed = (keys: string) => [...keys].reduce((word, key) => compose(word, key, MANNER), '');

const TELEX = `
as=á af=à ar=ả ax=ã aj=ạ aa=â aw=ă ee=ê oo=ô ow=ơ uw=ư dd=đ DD=Đ Dd=Đ AA=Â
aas=ấ aaf=ầ aar=ẩ aax=ẫ aaj=ậ aws=ắ awf=ằ awr=ẳ awx=ẵ awj=ặ
nguyeenx=nguyễn nguyenex=nguyễn Nguyeenx=Nguyễn NGUYEENX=NGUYỄN traanf=trần Traanf=Trần leef=lề Lee=Lê phamj=phạm
huynhf=huỳnh hoangf=hoàng phan=phan vux=vũ vox=võ ddawngj=đặng buif=bùi ddoox=đỗ hoof=hồ ngoo=ngô duwowng=dương
lys=lý ddinhf=đình ddoanf=đoàn lamf=làm mais=mái truwowngf=trường trinhj=trịnh quys=quý quyf=quỳ quyeenf=quyền
thuys=thúy thuyr=thủy hoaf=hòa hoas=hóa hoanf=hoàn hoafn=hoàn khoer=khỏe khoes=khóe hoef=hòe thuyf=thùy thuyeenr=thuyển
giuwax=giữa giuwxa=giữa gif=gì gios=gió gieengs=giếng ginf=gìn gias=giá giaas=giấ giaasy=giấy giaays=giấy
khuyur=khuỷu khuya=khuya nguyeetj=nguyệt tuyeets=tuyết luaatj=luật tuaanf=tuần khuaan=khuân
dduowngf=đường duwowngf=dường nuowcs=nước ruwowuj=rượu huowu=hươu chuoois=chuối cuwar=cửa cuawr=cửa cuar=của muaf=mùa
muwa=mưa buwowir=bưởi tuwowi=tươi tuoir=tuỏi tuooir=tuổi dduwowcj=được luowt=lươt nguwowif=người nguwoif=người
thuowr=thuở huow=huơ quowr=quở quawng=quăng quangs=quáng quoocs=quốc quaanj=quận quanj=quạn quocos=quốc
xoawn=xoăn loawngs=loắng hoacj=hoạc hoawcj=hoặc toans=toán khoai=khoai ngoaif=ngoài xoays=xoáy khoeo=khoeo ngoeo=ngoeo
vieetj=việt vietej=việt Vieetj=Việt nam=nam yeeu=yêu yeus=yéu kieeur=kiểu kieuer=kiểu nghieeng=nghiêng nghix=nghĩ
ngheef=nghề tieengs=tiếng bieens=biến mias=mía thias=thía chij=chị emf=èm anh=anh oong=ông baf=bà chaus=cháu
mauj=mạu maauj=mậu daays=dấy dayas=dấy cowm=cơm xuwngs=xứng suwr=sử huwu=hưu cuwus=cứu luwu=lưu
dangd=đang Dangd=Đang ddawks=đắk lawks=lắk phoos=phố xax=xã huyeenj=huyện thanhf=thành tinhr=tỉnh aaps=ấp thoon=thôn
kheos=khéo neeus=nếu nooij=nội ngoaij=ngoại hoij=họi hoois=hối muoons=muốn muonos=muốn muoonj=muộn uoongs=uống
owr=ở uwngs=ứng`
  .trim()
  .split(/\s+/);

const AS_LETTERS = `
ass=as aff=af arr=ar axx=ax ajj=aj aaa=aa eee=ee ooo=oo aww=aw oww=ow uww=uw ddd=dd duowww=duoww
caass=câs dangdd=dangd xooong=xoong casz=ca hoafz=hoa caz=caz casf=cà hoiws=hới
w=w wilson=wilson David=David flix=flix s=s Kpaw=Kpaw bcs=bcs`
  .trim()
  .split(/\s+/);

describe('Telex', () => {
  it('has a table of some size', () => expect(TELEX.length).toBeGreaterThan(140));

  it.each(TELEX.map((row) => row.split('=')))('%s → %s', (keys, made) => {
    expect(typed(keys ?? '')).toBe(made?.normalize('NFC'));
  });

  it.each(AS_LETTERS.map((row) => row.split('=')))('%s undoes, or stays as typed: %s', (keys, made) =>
    expect(typed(keys ?? '')).toBe(made),
  );

  it('answers in NFC whatever it is given', () => {
    expect(compose('hoa\u0300', 'n', MANNER)).toBe('hoàn'.normalize('NFC'));
  });
});

describe('tone keys', () => {
  it.each([
    ['hoa', 'huyen', 'hòa', 'hoà'],
    ['thuy', 'sac', 'thúy', 'thuý'],
    ['khoe', 'hoi', 'khỏe', 'khoẻ'],
    ['hoan', 'huyen', 'hoàn', 'hoàn'],
    ['quy', 'sac', 'quý', 'quý'],
    ['giưa', 'nga', 'giữa', 'giữa'],
    ['gi', 'huyen', 'gì', 'gì'],
    ['khuyu', 'hoi', 'khuỷu', 'khuỷu'],
    ['nguyên', 'nga', 'nguyễn', 'nguyễn'],
    ['NGUYÊN', 'nga', 'NGUYỄN', 'NGUYỄN'],
    ['đương', 'huyen', 'đường', 'đường'],
    ['cua', 'hoi', 'của', 'của'],
    ['Krong', 'huyen', 'Kròng', 'Kròng'],
  ] as const)('%s + %s → %s, by the new rule %s', (word, tone, traditional, modern) => {
    expect(withTone(word, tone)).toBe(traditional.normalize('NFC'));
    expect(withTone(word, tone, 'new')).toBe(modern.normalize('NFC'));
  });

  it('changes one tone for another, and the same key takes it off', () => {
    expect(pressTone('mà', 'sac')).toBe('má');
    expect(pressTone('má', 'sac')).toBe('ma');
    expect(pressTone('tr', 'sac')).toBe('tr');
  });
});
