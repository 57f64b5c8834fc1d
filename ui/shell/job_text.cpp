// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/job_text.h"

#include <QCoreApplication>

namespace joinery::ui {

namespace {

/// What core/worker says, for the translators.
[[maybe_unused]] constexpr const char *kSentences[] = {
    QT_TRANSLATE_NOOP("JobTitle", "Read the schema"), QT_TRANSLATE_NOOP("JobTitle", "Test the connection"),
    QT_TRANSLATE_NOOP("JobTitle", "Read the version table"), QT_TRANSLATE_NOOP("JobTitle", "Plan: upgrade to %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Plan: downgrade to %1"), QT_TRANSLATE_NOOP("JobTitle", "Plan: stamp %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Upgrade to %1"), QT_TRANSLATE_NOOP("JobTitle", "Downgrade to %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Stamp %1"), QT_TRANSLATE_NOOP("JobTitle", "Read more rows"),
    QT_TRANSLATE_NOOP("JobTitle", "Rehearse the upgrade to %1"), QT_TRANSLATE_NOOP("JobTitle", "Compare with the revision"),
    QT_TRANSLATE_NOOP("JobTitle", "Repair the database"), QT_TRANSLATE_NOOP("JobTitle", "Adopt what was changed by hand"),
    QT_TRANSLATE_NOOP("JobTitle", "Prove the squash"),
    QT_TRANSLATE_NOOP("JobTitle", "Close a result"), QT_TRANSLATE_NOOP("JobTitle", "Commit"), QT_TRANSLATE_NOOP("JobTitle", "Roll back"),
    QT_TRANSLATE_NOOP("JobTitle", "%1 statements"), QT_TRANSLATE_NOOP("JobTitle", "Read %1"), QT_TRANSLATE_NOOP("JobTitle", "Estimate %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Count %1"), QT_TRANSLATE_NOOP("JobTitle", "Read a cell of %1"), QT_TRANSLATE_NOOP("JobTitle", "Save a cell of %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Commit to %1"), QT_TRANSLATE_NOOP("JobTitle", "Values of %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Import into %1"), QT_TRANSLATE_NOOP("JobTitle", "Export %1"), QT_TRANSLATE_NOOP("JobTitle", "Run %1"),
    QT_TRANSLATE_NOOP("JobTitle", "Search %1")};

} // namespace

QString jobText(const worker::JobTitle &title)
{
    // A statement of the user is no sentence of ours, whatever it looks like.
    const QString said = QCoreApplication::translate("JobTitle", title.sentence.toUtf8().constData());
    return title.object.isEmpty() ? said : said.arg(title.object);
}

} // namespace joinery::ui
