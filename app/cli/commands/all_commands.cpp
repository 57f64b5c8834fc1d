// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"

namespace joinery::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    using Make = std::unique_ptr<Command> (*)();
    static constexpr Make kMakers[] = {makeInit, makeImport, makeInspect, makeDiff, makeCreateAll, makeDropAll, makeMigrate,
                                        makeRevision, makeUpgrade, makeDowngrade, makeStamp, makeCurrent, makeHistory,
                                        makeHeads, makeBranches, makeShow, makeMerge, makeSquash, makeCheck, makeLint, makePreflight, makeRehearse, makeQuery, makeLoad, makeDump,
                                        makeRender};
    std::vector<std::unique_ptr<Command>> commands;
    for (const Make make : kMakers)
        commands.push_back(make());
    return commands;
}

} // namespace joinery::cli
