// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/environment.h"
#include "ui/workbench/exportable.h"
#include "ui/workbench/location.h"

#include <QJsonObject>
#include <QWidget>

namespace joinery::ui {

/// The verbs that every page gives its own meaning to. The window has one action and one shortcut for each.
enum class Verb { Run, Commit, Revert, Refresh, Undo, Redo, Find, Save, Export, Cancel };

/// What a page says in the status bar: sentences for the left, figures for the right.
struct PageStatus
{
    QString transaction; ///< "Manual transaction, nothing open"
    QString summary;     ///< "Rows 1–21 of 1,204"
    QString selection;   ///< "Selected 3 cells, sum 12.5"
};

/// A tab in the middle of the window.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr) : QWidget(parent) {}

    virtual QString kind() const = 0;      ///< "grid", "sql", "diagram", "designer", "timeline", "welcome": stable
    virtual QString title() const = 0;     ///< "book"
    virtual QString origin() const { return {}; } ///< the connection or project behind it: "shop (local)"
    virtual QString iconName() const = 0;  ///< as for icon()
    virtual Environment environment() const { return Environment::None; }
    virtual QString connectionId() const { return {}; }
    virtual Location location() const = 0; ///< what it shows: opening the same location again goes to this page

    virtual bool can(Verb) const { return false; }
    virtual void perform(Verb) {}
    virtual PageStatus status() const { return {}; }

    /// What Verb::Export gives where rows are exported (ui/transfer).
    virtual Exportable exportable() const { return {}; }

    /// What stands in the Inspector while the page is in front; owned by the page, nullptr for nothing.
    virtual QWidget *inspector() { return nullptr; }

    /// What brings the page back after a restart: unsaved SQL, scroll position, ... Saved often; small.
    virtual QJsonObject state() const { return {}; }
    /// Staged edits or unsaved text that closing would lose for good. The page asks the user itself in mayClose().
    virtual bool isDirty() const { return false; }
    virtual bool mayClose() { return true; }

Q_SIGNALS:
    void headerChanged();   ///< title, origin, icon, dirty
    void verbsChanged();
    void statusChanged();
    void inspectorChanged();
    void stateChanged();    ///< worth saving the session soon
};

} // namespace joinery::ui
