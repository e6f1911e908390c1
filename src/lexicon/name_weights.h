// What speaks for one name and against it when two are compared (name_comparison.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

namespace crossread {

// Weights in hundredths of a logit. Set by hand on the names of the train stories of our corpus
// (eval/names_in_context.py, 2026-11-22); the figures stand in docs/design/names.md.
inline constexpr std::int32_t kEqualNames = 900;
inline constexpr std::int32_t kKnownVariants = 400;  // of whole names, by a table
inline constexpr std::int32_t kTwoCountries = -700;
inline constexpr std::int32_t kEqualWords = 400;
inline constexpr std::int32_t kVariantWords = 150;    // Bill, William: at least
inline constexpr std::int32_t kBelongingWords = 200;  // Iran, Iranian
inline constexpr std::int32_t kOtherSex = -250;       // Maria, Mario
inline constexpr std::int32_t kAcronym = 250;
inline constexpr std::int32_t kDifferentWriting = -60;  // an acronym, it seems, and a word
inline constexpr std::int32_t kAcronymAtHome = 120;     // less its first letter, the country's
inline constexpr std::int32_t kSmallAcronym = 120;      // Isis
inline constexpr std::int32_t kTicker = 200;            // KASREM.BO, Kasauli Remedies
inline constexpr std::int32_t kAcronymOfPieces = 120;
inline constexpr std::int32_t kAcronymTurned = 120;    // in the order of another language
inline constexpr std::int32_t kJoinedBeginnings = 90;  // Jokowi, Joko Widodo
inline constexpr std::int32_t kShortForename = 60;
inline constexpr std::int32_t kShortForenameAlone = 20;  // Kunle, Adekunle Adeyemi
inline constexpr std::int32_t kAcronymWithGap = 60;
inline constexpr std::int32_t kOneStem = 300;            // Emergencies Ministry, Ministry of Emergency Situations
inline constexpr std::int32_t kWrittenAsOne = 100;       // letters of words that are written as one say more than this
inline constexpr std::int32_t kWrittenAsOneThere = 200;  // and this is added where a script has no blanks
inline constexpr std::int32_t kSameInitial = 100;
inline constexpr std::int32_t kInitialOfWord = 90;
inline constexpr std::int32_t kOtherInitial = -500;
inline constexpr std::int32_t kOtherAcronym = -400;
inline constexpr std::int32_t kPaired = 0;  // words up to this are two words
inline constexpr std::int32_t kPairedShort = 60;
inline constexpr std::size_t kShort = 3;        // letters of both words
inline constexpr std::int32_t kSureWord = 200;  // a word above this adds nothing more to a part of a name
inline constexpr std::int32_t kSecondWord =
    80;  // the most that another word of the name adds: half of what is over kUsualWord
inline constexpr std::int32_t kWeakSecondWord = -60;
inline constexpr std::int32_t kUsualWord = 100;
inline constexpr std::int32_t kTurnedRound = -60;
inline constexpr std::int32_t kPartAtEnd = 110;  // Craft, Kelly Craft
inline constexpr std::int32_t kPartAtStart = 50;
inline constexpr std::int32_t kPartInside = 50;
inline constexpr std::int32_t kPairedPart = 70;
inline constexpr std::int32_t kEachFurtherPart = 90;
inline constexpr std::int32_t kPlaceAtStart = -150;   // Iran, Iran Air
inline constexpr std::int32_t kPlaceWithin = -400;    // Devon, Tarrow in Devon
inline constexpr std::int32_t kBodyOfPlace = -400;    // Baghdad, Baghdad Airport
inline constexpr std::int32_t kBodyWithoutHead = 20;  // Condor Ridge, Condor Ridge Group
inline constexpr std::int32_t kHalfAHyphen = -150;    // Amponsah, Amponsah-Baidoo
inline constexpr std::int32_t kSetApart = -300;       // Sudan, South Sudan
inline constexpr std::int32_t kOwnWords = -350;       // each keeps a word of its own
inline constexpr std::int32_t kOverlap = 60;          // Maria Fernanda Lopez, Fernanda Lopez Ruiz
inline constexpr std::int32_t kNothingPaired = -450;
inline constexpr std::int32_t kNoLetters = -10'000;
inline constexpr std::size_t kLongestSpan = 3;  // words that may be written as one

}  // namespace crossread
