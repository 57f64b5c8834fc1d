// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace joinery::ui {

/// The kind of an error as a translated sentence: what goes above the engine's own words.
QString errorSentence(ErrorKind kind);
/// The engine's own words, with its detail; never empty for an error.
QString errorWords(const Error &error);

} // namespace joinery::ui
