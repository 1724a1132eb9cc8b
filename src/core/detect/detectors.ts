// Every row of the detectors' table, by type. Data only: each folder holds the turns of one type, `own-work` the grammar of
// one's own work.
import { assignDetectors } from './assign/assign.ts'
import { chosenDetectors } from './assign/chosen.ts'
import { handedDetectors } from './assign/handed.ts'
import { claimsTaken } from './claim/taken.ts'
import { completeDetectors } from './complete/complete.ts'
import { plainCompletions } from './complete/plain.ts'
import { toldDetectors } from './complete/told.ts'
import { declineDetectors } from './decline/decline.ts'
import { takenDetectors } from './decline/taken.ts'
import { unwantedDetectors } from './decline/unwanted.ts'
import type { Detector } from './detector.ts'
import { inquiriesToTakeIt } from './inquiry/free.ts'
import { inquiryDetectors } from './inquiry/inquiry.ts'
import { inquiriesWhetherWanted } from './inquiry/wanted.ts'
import { inquiriesAfterWork } from './inquiry/you.ts'
import { applicationDetectors } from './interest/application.ts'
import { interestsDrawn } from './interest/drawn.ts'
import { interestDetectors } from './interest/interest.ts'
import { ownWork } from './own-work/own-work.ts'
import { howFarDetectors } from './progress/how-far.ts'
import { progressDetectors } from './progress/progress.ts'
import { reportDetectors } from './progress/report.ts'
import { stateDetectors } from './progress/state.ts'
import { proposalDetectors } from './proposal.ts'
import { causeDetectors } from './release/cause.ts'
import { offerDetectors } from './release/offer.ts'
import { plainReleases } from './release/plain.ts'
import { releaseDetectors } from './release/release.ts'

/** Every way of saying something that is known, in no order of importance. */
export const DETECTORS: readonly Detector[] = [
  ...claimsTaken,
  ...ownWork,
  ...interestDetectors,
  ...applicationDetectors,
  ...interestsDrawn,
  ...progressDetectors,
  ...stateDetectors,
  ...howFarDetectors,
  ...reportDetectors,
  ...releaseDetectors,
  ...causeDetectors,
  ...offerDetectors,
  ...plainReleases,
  ...completeDetectors,
  ...toldDetectors,
  ...plainCompletions,
  ...assignDetectors,
  ...chosenDetectors,
  ...handedDetectors,
  ...inquiryDetectors,
  ...inquiriesAfterWork,
  ...inquiriesToTakeIt,
  ...inquiriesWhetherWanted,
  ...declineDetectors,
  ...takenDetectors,
  ...unwantedDetectors,
  ...proposalDetectors,
]
