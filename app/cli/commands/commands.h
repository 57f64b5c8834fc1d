// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

/// The maker of every command; each class lives in the source of its name.
namespace joinery::cli {

std::unique_ptr<Command> makeInit();
std::unique_ptr<Command> makeImport();
std::unique_ptr<Command> makeInspect();
std::unique_ptr<Command> makeDiff();
std::unique_ptr<Command> makeCreateAll();
std::unique_ptr<Command> makeDropAll();
std::unique_ptr<Command> makeMigrate();
std::unique_ptr<Command> makeRevision();
std::unique_ptr<Command> makeUpgrade();
std::unique_ptr<Command> makeDowngrade();
std::unique_ptr<Command> makeStamp();
std::unique_ptr<Command> makeCurrent();
std::unique_ptr<Command> makeHistory();
std::unique_ptr<Command> makeHeads();
std::unique_ptr<Command> makeBranches();
std::unique_ptr<Command> makeShow();
std::unique_ptr<Command> makeMerge();
std::unique_ptr<Command> makeSquash();
std::unique_ptr<Command> makeCheck();
std::unique_ptr<Command> makeLint();
std::unique_ptr<Command> makePreflight();
std::unique_ptr<Command> makeRehearse();
std::unique_ptr<Command> makeQuery();
std::unique_ptr<Command> makeLoad();
std::unique_ptr<Command> makeDump();
std::unique_ptr<Command> makeRender();

} // namespace joinery::cli
