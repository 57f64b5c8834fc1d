// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::worker {

/// What a job is called: a sentence in English with a place for what it works on, so that the interface can say it in
/// another language.
struct JobTitle
{
    QString sentence; ///< "Read %1"
    QString object;   ///< what stands at %1; empty where the sentence has no place

    JobTitle() = default;
    JobTitle(QString whole) : sentence(std::move(whole)) {}
    JobTitle(QString pattern, QString at) : sentence(std::move(pattern)), object(std::move(at)) {}
    QString text() const { return object.isEmpty() ? sentence : sentence.arg(object); }
};

} // namespace joinery::worker
