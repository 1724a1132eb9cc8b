// Word lists the detectors share: what can be a project, what is only a point of review, which verbs are work.
// Data only. All lower case, singular and plural as people write them.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Heads of phrases that name work somebody could take: "a driver", "support for …", "the port". */
export const PROJECT_HEADS = set(`
  driver drivers support feature features functionality functionalities port porting implementation tool tools
  utility framework project projects subsystem module backend backends back-end frontend front-end library
  bindings-library interface interfaces sensor sensors chip chips device devices family families engine stack
  compiler emulator emulation parser converter migration conversion integration rewrite rework refactoring
  refactor redesign platform architecture soc board toolchain plugin plugins allocator scheduler filesystem
  protocol daemon hypervisor infrastructure subproject bring-up bringup enablement upstreaming mainlining
  virtualization virtualisation passthrough pass-through scanner importer exporter bridge wrapper api apis abi
  extension extensions mechanism  gui website dashboard harness testsuite test-suite
  benchmark fuzzer simulator generator decoder encoder codec compositor installer packaging package packages
  distribution bootloader unikernel dac adc imu controller codecs sequencer helper helpers
  capability algorithm optimisation optimization part parts ip core cleanup clean-up graduation documentation
  component model internship thesis ui frontends webapp visualization visualisation
  proxy debugger profiler tracer monitor logger linter formatter runtime interpreter vm jit
  database cache viewer visualizer visualiser editor manager loader dashboard plugin-system package website webapp site
  subproject idea ideas topic hotplug ballooning scheduling rings stub`)

/** Heads that are review and mail business, never a project by themselves. */
export const REVIEW_HEADS = set(`
  version versions revision revisions respin respins spin re-spin iteration iterations round rfc draft comment
  comments feedback review reviews remark remarks suggestion suggestions change changes changelog fix fixes fixup
  fixups bug bugs issue issues problem problems patch patches patchset patchsets patch-set patch-series series set
  sets reply replies answer answers question questions solution code logic update updates test tests testing commit
  commits warning warnings error errors build builds thing things stuff way ways top side sides one ones message
  messages description descriptions typo typos naming name names formatting style indentation line lines branch
  tree rebase backport backports regression regressions crash crashes fallout leftover leftovers bit bits rest mail
  mails email emails point points detail details assumption assumptions same nothing something anything
  everything approach option options example examples sample samples request requests pull point log logs reproducer
  report reports note notes check checks value values macro macros function functions variable variables flag flags
  field fields property properties register registers binding bindings schema node nodes table struct structure
  define defines case cases improvement improvements item items list lists todo todos v2 v3 v4 v5 v6 v7 v8 v9 v10
  proposal-draft plan plans decision merge merging rebasing requirement requirements resubmission resend follow-up
  followup follow-ups homework job jobs progress attribute attributes entry entries comma tag tags wording text
  paragraph sentence section sections prefix suffix header headers include includes file files doc docs
  configuration config sentence explanation reasoning helper-name lot lots machine laptop system systems email-client
  behavior behaviour approach callback callbacks handler handlers handling method methods ioctl argument
  arguments parameter parameters string strings compatible compatibles semantics size product products application applications app apps oops splat failure failures hang deadlock leak stall race microproject microprojects exercise task tasks assignment
  script scripts setup environment hardware datasheet datasheets microproject microprojects exercise task tasks adhd week weeks day days month months weekend`)

/** Heads and determiners that leave open which one: "some other drivers", "several ADCs". */
export const VAGUE_WORDS =
  set(`some several various many few other others different multiple more similar-looking certain
  whatever any lots bunch couple two three four five`)

export const PRONOUNS = set('it this that them these those one ones which what same')

export const DETERMINERS =
  set(`a an the my our your his her their its this that these those some another other any each
  every both all several various many few no one new own`)

/** Gerunds of making something: the project is what follows them. */
export const MAKING_GERUNDS = set(`
  adding implementing writing developing porting converting building creating designing introducing enabling extending
  supporting upstreaming integrating rewriting reworking refactoring redesigning replacing moving migrating bringing
  making getting improving optimizing optimising mainlining packaging removing ripping dropping cleaning restructuring
  generalizing generalising unifying merging modernizing modernising emulating virtualizing virtualising exposing
  wiring hooking setting expanding completing finishing contributing bootstrapping automating`)

/** Gerunds of review and repair: never a project. */
export const MENDING_GERUNDS = set(`
  addressing fixing solving resolving tracking debugging understanding reproducing testing reviewing rebasing updating
  preparing respinning resending investigating sending reading checking figuring looking incorporating applying
  correcting validating verifying renaming formatting splitting squashing answering replying collecting trying
  learning studying tidying polishing clarifying narrowing bisecting submitting posting cleaning-up`)

/** Words after which a noun phrase has found its head. */
export const PHRASE_STOPS =
  set(`out upstream for of in on to with from that which who whose using based so and or but as at by into
  onto under via when while where since because if once until now today currently right then though although however
  is are was were will would should can could may might has have had be been being do does did not n't it's per over
  through before after during without within between against about than also too still yet yesterday tomorrow soon
  already here there again instead lately recently next first anyway myself ourselves together alone i we you he she
  they this these those my our your adding introducing implementing supporting allowing enabling providing fixing
  addressing cleaning containing including having making removing converting`)
