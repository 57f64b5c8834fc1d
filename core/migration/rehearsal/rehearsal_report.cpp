// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/rehearsal/rehearsal_report.h"

#include <algorithm>

namespace joinery::migration {

bool RehearsalReport::isGood() const { return std::ranges::all_of(stages, &RehearsalStage::isGood); }

qint64 RehearsalReport::expectedMicroseconds() const
{
    qint64 sum = 0;
    for (const RehearsalStage &stage : stages) {
        for (const RehearsedStatement &each : stage.statements)
            sum += stage.kind == RehearsalStage::Kind::Up ? each.expected.value_or(each.microseconds) : 0;
    }
    return sum;
}

QString stageName(RehearsalStage::Kind kind)
{
    switch (kind) {
    case RehearsalStage::Kind::Up: return QStringLiteral("up");
    case RehearsalStage::Kind::Down: return QStringLiteral("down");
    case RehearsalStage::Kind::UpAgain: return QStringLiteral("up again");
    }
    Q_UNREACHABLE();
}

QString levelName(CopyLevel level)
{
    switch (level) {
    case CopyLevel::Schema: return QStringLiteral("schema");
    case CopyLevel::Sample: return QStringLiteral("sample");
    case CopyLevel::Full: return QStringLiteral("full");
    }
    Q_UNREACHABLE();
}

} // namespace joinery::migration
