// Passwords that everyone tries first, in China and elsewhere (from published lists of leaks); all of 8 characters or
// more, in small letters. Families (keyboard runs, years, love numbers) are made from their parts.
const plain = `password passw0rd p@ssword p@ssw0rd password1 password12 password123 password1234 passw0rd1 pass1234
pass12345 iloveyou iloveyou1 iloveyou2 sunshine princess football baseball superman batman123 trustno1 whatever
starwars computer internet samsung1 michelle jennifer jordan23 welcome1 welcome123 letmein1 letmein123 changeme
changeme1 default1 administrator admin123 admin1234 admin12345 admin123456 admin888 admin@123 admin@1234 adminadmin
root1234 root123456 rootroot test1234 test12345 test123456 testtest guest123 user1234 user123456 monkey123 dragon123
shadow123 master123 qwerty12 qwerty123 qwerty1234 qwerty123456 qwertyui qwertyuiop asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123
1qaz2wsx 1qaz2wsx3edc 1qazxsw2 zaq12wsx q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y qazwsxedc qweasdzxc
asd12345 asd123456 asd123456789 qwe12345 qwe123456 qwe123456789 zxc12345 zxc123456 abc12345 abc123456 abc1234567
abc123456789 abcd1234 abcd12345 abcde123 abcdef123 aa123456 aa12345678 aaa12345 aaa123456 aaa111111 a1234567 a12345678
a123456789 a1234567890 a1b2c3d4 a1s2d3f4 as123456 qq123456 qq123456789 qq1234567 qaz123456 wang1234 wang123456
zhang123 zhang123456 li123456 liu123456 chen123456 yang123456 huang123456 zhou123456 123456aa 123456ab 123456qq
1234567a 12345678a 123456789a 1234567890a 123456abc 123456asd 123456qwe 123qweasd 123qweasdzxc 123456789q 123abc456
woaini1314 woaini520 woaini5201314 woaini123 woaini1234 woaiwojia woaiwoziji wodemima woshishui woxihuanni iloveyou520
iloveu1314 loveyou1314 love1314520 5201314520 52013145201314 5201314a a5201314 13145200 1314520520 52113140 20082008
zhongguo zhongguo1 woaizhongguo zhonghua china123 beijing2008 beijing1 shanghai wuhan123 wuhan027 hubei123 tianxia
tiancai123 dearbook 00000000a 11111111a 88888888a 66668888 88886666 12344321 1234qwer 12341234 12121212 12312312
123123123 123321123 123454321 11112222 11223344 1122334455 112233445566 111222333 147258369 147852369 159357456
741852963 789456123 963852741 314159265 31415926 98765432 87654321 987654321 0987654321 9876543210 01234567
0123456789 1234567890 123456789 12345678 12345679 1234567891 12345678910 135792468 13579246 24681357 19491001 19971997
linli123 linli1234 linli12345 linli123456 linli888 shequ123 shequ123456 jiedao123 wangge123 wangge123456 wuye1234 daye1234
daye123456 dangyuan xiaoqu123 yonghu123 guanliyuan guanliyuan1 mima1234 mima123456 mimamima !@#$%^&* !@#$%^&*() ceshi123 ceshi123456`;

const words = new Set(plain.split(/\s+/));

/** Runs along the digits, the alphabet and the rows of the keyboard. */
const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const reversed = (text: string) => [...text].reverse().join('');

/** Whether it is one of the first that anyone would try. */
export function isCommon(password: string): boolean {
  const low = password.toLowerCase();
  const core = low.replace(/[!@#$%^&*.?~_\-+=]+$/, '');
  if (words.has(low) || words.has(core)) return true;
  // One to three characters repeated: 88888888, abababab, 123123123.
  if (/^(.{1,3})\1+.?$/u.test(low)) return true;
  return core.length >= 6 && runs.some((run) => run.includes(core) || reversed(run).includes(core));
}
