// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_page.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/timeline/revision_delegate.h"
#include "ui/timeline/revision_detail.h"
#include "ui/timeline/timeline_inspector.h"
#include "ui/timeline/timeline_toolbar.h"

#include <QSplitter>
#include <QVBoxLayout>

namespace joinery::ui {

TimelinePage::TimelinePage(Workbench &workbench, const Location &location, const QJsonObject &saved)
    : m_workbench(workbench), m_source(new TimelineSource(workbench, this)), m_model(new RevisionModel(this)),
      m_target(saved.value(QLatin1String("target")).toString()),
      m_wanted(location.text.isEmpty() ? saved.value(QLatin1String("revision")).toString() : location.text),
      m_toolbar(new TimelineToolbar(this)), m_notice(new QLabel(this)),
      m_stack(new QStackedWidget(this)), m_emptyText(new QLabel(this)), m_emptyCreate(new QPushButton(this)),
      m_list(new QListView(this)), m_detail(new RevisionDetail(this))
{
    m_list->setModel(m_model);
    auto *delegate = new RevisionDelegate(*m_model, m_list);
    m_list->setItemDelegate(delegate);
    connect(delegate, &RevisionDelegate::markerClicked, this, &TimelinePage::showDriftOf);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_notice->setWordWrap(true);
    m_notice->hide();

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({380, 320});
    m_stack->addWidget(splitter);
    m_stack->addWidget(buildEmpty());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePage::showSelected);
    connect(m_toolbar, &TimelineToolbar::targetsAsked, this, [this] { m_toolbar->fillTargets(m_source->standings(), m_target); });
    connect(m_toolbar, &TimelineToolbar::targetChosen, this, [this](const QString &id) {
        setTarget(id);
        m_source->askStanding(id);
    });
    connect(m_toolbar, &TimelineToolbar::upgradeAsked, this, &TimelinePage::upgrade);
    connect(m_toolbar, &TimelineToolbar::downgradeAsked, this, &TimelinePage::downgrade);
    connect(m_toolbar, &TimelineToolbar::stampAsked, this, &TimelinePage::stamp);
    connect(m_toolbar, &TimelineToolbar::createAsked, this, &TimelinePage::newRevision);
    connect(m_toolbar, &TimelineToolbar::rehearseAsked, this, &TimelinePage::rehearse);
    connect(m_toolbar, &TimelineToolbar::driftAsked, this, &TimelinePage::showDrift);
    connect(m_toolbar, &TimelineToolbar::mergeAsked, this, &TimelinePage::merge);
    connect(m_toolbar, &TimelineToolbar::squashAsked, this, &TimelinePage::squash);
    connect(m_toolbar, &TimelineToolbar::rowChosen, this, [this](int row) { m_list->setCurrentIndex(m_model->index(row)); });
    connect(m_source, &TimelineSource::historyChanged, this, &TimelinePage::showHistory);
    connect(m_source, &TimelineSource::modelChangesChanged, this, [this] {
        m_compared = true;
        updateActions();
        runAsked();
    });
    connect(m_source, &TimelineSource::standingsChanged, this, &TimelinePage::showStandings);
    connect(&theme(), &Theme::changed, this, [this] { showSelected(); });
    retranslating(this, [this] { retranslate(); });
    showStandings();
    // A database to work on is asked at once; staging and production only when somebody wants it.
    if (environment() == Environment::Development || environment() == Environment::None)
        m_source->askStanding(m_target);
}

TimelinePage::~TimelinePage() { delete m_inspector; }

QWidget *TimelinePage::buildEmpty()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setProperty("role", QStringLiteral("dim"));
    m_emptyCreate->setProperty("role", QStringLiteral("primary"));
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyCreate, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(m_emptyCreate, &QPushButton::clicked, this, &TimelinePage::newRevision);
    return page;
}

void TimelinePage::retranslate()
{
    m_list->setAccessibleName(tr("Revisions, oldest first"));
    updateActions();
    Q_EMIT headerChanged();
}

QString TimelinePage::origin() const { return m_source->project() ? m_source->project()->name() : QString(); }

Environment TimelinePage::environment() const
{
    const Standing *standing = m_source->standing(m_target);
    return standing ? standing->environment : Environment::None;
}

Location TimelinePage::location() const
{
    Location location;
    location.kind = Location::Kind::Timeline;
    return location;
}

void TimelinePage::perform(Verb verb)
{
    if (verb == Verb::Refresh)
        m_source->refresh();
}

QJsonObject TimelinePage::state() const
{
    return {{QStringLiteral("target"), m_target}, {QStringLiteral("revision"), selectedRevision()}};
}

QString TimelinePage::selectedRevision() const
{
    const migration::Revision *revision = m_model->revision(m_list->currentIndex().row());
    return revision ? revision->id : QString();
}

void TimelinePage::selectRevision(const QString &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        m_wanted = id;
}

void TimelinePage::setTarget(const QString &connection)
{
    m_target = connection;
    if (ConnectionItem *item = m_workbench.connection(connection))
        m_detail->preferDialect(item->dialectName());
    showStandings();
    Q_EMIT headerChanged();
    Q_EMIT stateChanged();
}

/// Databases that are known to belong to other projects stay out of the way.
QList<Standing> TimelinePage::relevant() const
{
    QList<Standing> found;
    for (const Standing &standing : m_source->standings()) {
        if (standing.state != Standing::State::Foreign || standing.connection == m_target)
            found.append(standing);
    }
    return found;
}

void TimelinePage::showHistory()
{
    const QString selected = m_wanted.isEmpty() ? selectedRevision() : m_wanted;
    m_wanted.clear();
    m_model->setHistory(m_source->history());
    const int rows = m_model->rowCount();
    m_toolbar->setRevisions(rows);
    const int row = m_model->rowOf(selected);
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(row >= 0 ? row : rows - 1));
    else
        showSelected();
    m_stack->setCurrentIndex(rows > 0 ? 0 : 1);

    showStandings();
}

QString TimelinePage::subtitle(const migration::Revision &revision) const
{
    QStringList parts{revision.id};
    if (!revision.parents.isEmpty())
        parts.append(tr("revises %1").arg(revision.parents.join(QLatin1String(", "))));
    QStringList pendingOn;
    for (const Standing &standing : m_source->standings()) {
        if (standing.connection == m_target && m_model->applied(m_model->rowOf(revision.id)) == RevisionModel::Applied::No)
            pendingOn.append(standing.name);
    }
    if (!pendingOn.isEmpty())
        parts.append(tr("pending on %1").arg(pendingOn.join(QLatin1String(", "))));
    return parts.join(QStringLiteral(" · "));
}

void TimelinePage::showSelected()
{
    const int row = m_list->currentIndex().row();
    const migration::Revision *revision = m_model->revision(row);
    const quint64 generation = ++m_generation;
    m_toolbar->showRevision(row, revision ? revision->id : QString());
    if (m_inspector)
        m_inspector->showRevision(revision);
    updateActions();
    Q_EMIT statusChanged();
    Q_EMIT stateChanged();
    if (!revision) {
        m_detail->clear();
        return;
    }
    m_detail->showHead(revision->message, subtitle(*revision));
    worker::revisionText(m_source->history(), revision->id, this, [this, generation](Result<worker::RevisionText> text) {
        if (generation != m_generation)
            return;
        if (!text) {
            m_detail->showFailure(text.error().message);
            return;
        }
        m_detail->showText(*text);
        if (m_inspector)
            m_inspector->showReversible(*text);
    });
}

/// The database of the project before any other: Upgrade must not propose one that has nothing to do with it.
QString TimelinePage::firstTarget() const
{
    ProjectSession *session = m_source->project();
    const project::Environment *environment = session ? session->project().defaultEnvironment() : nullptr;
    if (const Result<driver::Url> url = environment ? session->project().urlOf(*environment) : Result<driver::Url>(driver::Url())) {
        for (ConnectionItem *item : m_workbench.connections()) {
            if (environment && item->target().url.toStorageString() == url->toStorageString())
                return item->id();
        }
    }
    if (environment)
        return {};
    ConnectionItem *current = m_workbench.currentConnection();
    const QList<Standing> all = m_source->standings();
    return current ? current->id() : all.isEmpty() ? QString() : all.first().connection;
}

void TimelinePage::showStandings()
{
    if (!m_source->standing(m_target)) {
        m_target = firstTarget();
        if (ConnectionItem *item = m_workbench.connection(m_target))
            m_detail->preferDialect(item->dialectName());
    }
    m_model->setStandings(relevant(), m_target);
    if (m_inspector)
        m_inspector->showStandings(relevant(), *m_model);
    if (const migration::Revision *revision = m_model->revision(m_list->currentIndex().row()))
        m_detail->showHead(revision->message, subtitle(*revision));
    showNotice();
    updateActions();
    Q_EMIT statusChanged();
    runAsked();
}

/// What a person should know before anything else: broken files, a database that no revision was applied to.
void TimelinePage::showNotice()
{
    QStringList words;
    if (!m_source->failure().message.isEmpty())
        words.append(m_source->failure().message);
    for (const Finding &finding : m_source->findings())
        words.append(QString(finding.code + u' ' + finding.message));
    const Standing *target = m_source->standing(m_target);
    if (target && target->state == Standing::State::Known && target->heads.isEmpty() && m_model->rowCount() > 0)
        words.append(tr("No revision was applied to %1 yet. If it has the tables of a revision already, select that revision and "
                        "stamp it; otherwise upgrade it.").arg(target->name));
    if (target && !target->halfApplied.isEmpty())
        words.append(tr("Revision %1 was begun on %2 and not finished.").arg(target->halfApplied, target->name));
    if (target && target->isDrifted())
        words.append(tr("%1 is not as its revision says: %n difference(s). Click its marker to see them.", nullptr, *target->differences).arg(target->name));
    if (target && target->state == Standing::State::Foreign)
        words.append(tr("%1 stands at %2, which this project does not know.").arg(target->name, target->heads.join(QLatin1String(", "))));
    if (target && target->state == Standing::State::Failed)
        words.append(tr("%1 does not say where it stands: %2").arg(target->name, target->failure));
    const Colors &colors = theme().colors();
    m_notice->setStyleSheet(QStringLiteral("QLabel { color: %1; background: %2; padding: 8px 12px; }")
                                .arg(colors.changed.name(), colors.changedSoft.name()));
    m_notice->setText(words.join(u'\n'));
    m_notice->setVisible(!words.isEmpty());
}

void TimelinePage::updateActions()
{
    const Standing *target = m_source->standing(m_target);
    const bool known = target && target->state == Standing::State::Known && !target->readOnly;
    const int row = m_list->currentIndex().row();
    const bool applied = row >= 0 && m_model->applied(row) == RevisionModel::Applied::Yes;
    const int changes = int(m_source->modelChanges().operations.size());
    m_toolbar->offer({.target = target,
                      .upgrade = known && m_model->pendingCount(*target) > 0,
                      .downgrade = known && !target->heads.isEmpty(),
                      .isBelow = applied && target && !target->heads.contains(selectedRevision()),
                      .stamp = known && row >= 0,
                      .rehearse = target && target->state == Standing::State::Known && m_model->pendingCount(*target) > 0,
                      .drift = target && target->state == Standing::State::Known,
                      .merge = m_source->history() && m_source->history()->graph().heads().size() > 1,
                      .squash = row > 0,
                      .changes = changes});
    m_emptyCreate->setText(tr("Create the first revision"));
    m_emptyCreate->setVisible(changes > 0);
    if (!m_source->project())
        m_emptyText->setText(tr("Revisions belong to a project. Open one, or make one from a database."));
    else if (changes > 0)
        m_emptyText->setText(tr("This project has no revisions yet. The first one creates what the models hold: %n change(s).", nullptr, changes));
    else
        m_emptyText->setText(tr("This project has no revisions yet. Change a model, and a revision can be made from it."));
}

PageStatus TimelinePage::status() const
{
    PageStatus status;
    const int heads = m_source->history() ? int(m_source->history()->graph().heads().size()) : 0;
    status.summary = tr("%n revision(s)", nullptr, m_model->rowCount()) + QLatin1String(", ") + tr("%n head(s)", nullptr, heads);
    return status;
}

QWidget *TimelinePage::inspector()
{
    if (!m_inspector) {
        m_inspector = new TimelineInspector;
        connect(m_inspector, &TimelineInspector::connectAsked, m_source, &TimelineSource::askStanding);
        connect(m_inspector, &TimelineInspector::driftAsked, this, &TimelinePage::showDriftOf);
        m_inspector->showStandings(relevant(), *m_model);
        showSelected();
    }
    return m_inspector;
}

} // namespace joinery::ui
