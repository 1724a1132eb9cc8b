// Words that tell projects apart badly, in the stemmed form `wordsOf` gives. They are English and the language of
// software at large, not of one community; a community's own common words come from its lists' names and from the
// catalogue, where what many entries share weighs little by itself.
import { stem } from './words.ts'

const stemmed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean).map(stem))

/** Words without any weight: they join other words, or only say that there is a project. */
export const EMPTY_WORDS: ReadonlySet<string> = stemmed(`
a about after again all also am an and any are as at be because been before being both but by can could did do does
doing done down each else etc for from further get go had has have having he her here his how i if in into is it its just
let like me might mine more most my need no nor not now of off on once one only onto or other our out over own per please re
same she should so some such than thanks thank that the their them then there these they this those through to too two up
us very via vs want was we were what when where which while who why will with within without would yes yet you your
project projects idea ideas task tasks topic topics proposal proposals proposed apply application applying student students
mentor mentors gsoc outreachy summer google internship intern contribution contribute contributing contributor regarding question
questions query interested interest working started hi hello dear cheers regards wrote subject introduction
list mail thread entry item thing stuff something anything everything following new current currently year years various several first second next last`)

/** Words found in titles and mails of any software project: they count, but little. */
export const PLAIN_WORDS: ReadonlySet<string> = stemmed(`
add adding addition additional advanced allow api app application architecture automatic avoid backend base basic better
binding bug build building change check class clean cleanup co code command common company component config configuration control
convert conversion core corp corporation create creating custom data debug default demo description design detection dev devel development
device different document documentation driver drop dynamic easy effect enable enabling enhance enhancement environment error
event example expand explicit expose extend extension external feature field file fix fixes fixup flexible framework frontend full
function generic guest handle handling hardware header helper host implement implementation implementing import
improve improvement inc include infrastructure initial initialization input install integrate integrating integration interface internal
introduce introducing issue kernel language layer level library linux load loading local log ltd machine mainline maintenance make management
manager memory message migrate minor missing mode model modern module move multiple name network node object open option
output overhaul package page parameter part patch path performance platform plugin port porting process production program
programming property protocol prototype provide question range raw read ready real reduce refactor refactoring reference register release
remove replace report request resource review rework rewrite run runtime sample scope screen script script search
security self series server service set setup shared show simple simplify single small software source staging standard
start state static status storage store structure subsystem suite support supporting switch sync system table target test testing
text time tool toolchain tooling tools toolstack track type uniform unit update upgrade upload upstream upstreaming usage use user using utility
value address line number order point size string thread tree variable variant version virtual warning web windows work workload world write`)
