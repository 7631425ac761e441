// SHA-256 of the canonical text of each pack that an election may go by. The text itself comes from the page that chose it:
// the Worker carries none of them, and takes what it knows to the letter. One post a contest: nothing counts downwards.
export const knownPacks: ReadonlySet<string> = new Set([
  // plurality 1
  'dd05c610f39fcdadeedadfdb7cf90f7480c43c55ef46040f3bba41ea6fc20b45',
  // meeting-two-thirds 1
  '8868429732577fb6311548fc84efe4af66887398c61b1fe469fe7e470eb92ff7',
  // majority 1
  'b179731c1d1c7b831cf9f24404222e419b1b02154ce80a936d671e959b58f66a',
  // majority-equal 1
  'b2615b013a9d063cb7495d1f8bc6c07097593299886f0520f66ad1264aec11f4',
  // majority-zhejiang 1
  'fb5ca3d3dc5e113482acd15c2161b86fcb152037d84a5fbadd8f1e44441287f8',
  // majority-shanghai 1
  '819ea96616493e0b4c5de3c58164b4a717edb8620a3b0713bfbe77d92354cf9c',
  // majority-beijing 1
  'f247df6c5c5e64e2ec753904d9dee15251422c01d158355eda62d5e2d3f8010d',
]);
