// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/environment.h"

#include <QStringList>

#include <optional>

namespace joinery::ui {

/// Where one database stands among the revisions.
struct Standing
{
    enum class State {
        NotConnected, ///< nobody asked it yet
        Reading,
        Known,        ///< `heads` is what its version table says; empty: no revision was applied
        Foreign,      ///< its version table names a revision that this project does not have
        Failed,       ///< `failure` says why
    };
    QString connection; ///< id of the ConnectionItem
    QString name;       ///< "shop (local)"
    Environment environment = Environment::None;
    bool readOnly = false;
    State state = State::NotConnected;
    QStringList heads;
    QString failure;
    std::optional<int> differences; ///< from what its revision says; nothing: not compared (yet)
    QString halfApplied;            ///< a revision that was begun and not finished
    bool isDrifted() const { return state == State::Known && differences.value_or(0) > 0; }
    friend bool operator==(const Standing &, const Standing &) = default;
};

} // namespace joinery::ui
