// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/describe.h"
#include "support/test_case.h"
#include "ui/common/language.h"
#include "ui/common/operation_text.h"
#include "ui/shell/job_text.h"

using namespace joinery;
using namespace joinery::ui;
using namespace joinery::operation;

/// Core speaks English; the window says the same in its own language.
class OperationTextTest : public test::TestCase
{
    Q_OBJECT

    static Operations examples()
    {
        schema::Column price;
        price.name = QStringLiteral("price");
        price.type = schema::Type::numeric(8, 2);
        schema::Column exact = price;
        exact.type = schema::Type::of(schema::TypeKind::Double);
        exact.nullable = !price.nullable;
        exact.defaultValue = schema::Default{schema::Default::Kind::Literal, QStringLiteral("1")};
        exact.comment = QStringLiteral("c");
        schema::Table table;
        table.name = QStringLiteral("book");
        schema::Index index;
        index.name = QStringLiteral("ix");
        schema::Index unique = index;
        unique.unique = true;
        schema::Unique named;
        named.name = QStringLiteral("uq");
        schema::ForeignKey key;
        key.columns = {QStringLiteral("a"), QStringLiteral("b")};
        schema::EnumType type;
        type.name = QStringLiteral("mood");
        schema::Sequence sequence;
        sequence.name = QStringLiteral("seq");
        schema::View view;
        view.name = QStringLiteral("v");
        schema::Definition trigger;
        trigger.kind = schema::Definition::Kind::Trigger;
        trigger.name = QStringLiteral("trg");
        const Name book(QStringLiteral("book"));
        const QString a = QStringLiteral("a"), b = QStringLiteral("b");
        return {CreateTable{table}, DropTable{table}, RenameTable{book, Name(b)}, AlterTableOptions{book, {}, {}}, SetTableComment{book, a, b},
                AddColumn{book, price, {}, {}}, DropColumn{book, price, {}}, RenameColumn{book, a, b}, AlterColumn{book, price, exact, {}, {}, {}},
                AddConstraint{book, named}, DropConstraint{book, key}, RenameConstraint{book, named, b}, CreateIndex{book, unique},
                CreateIndex{book, index}, DropIndex{book, index}, RenameIndex{book, index, b}, CreateEnum{type}, DropEnum{type},
                RenameEnum{Name(a), Name(b)}, AddEnumValue{Name(a), b, {}}, RenameEnumValue{Name(a), a, b}, RebuildEnum{type, type, {}},
                CreateSequence{sequence}, DropSequence{sequence}, AlterSequence{sequence, sequence}, CreateView{view}, DropView{view},
                ReplaceView{view, view}, CreateDefinition{trigger}, DropDefinition{trigger}, ReplaceDefinition{trigger, trigger},
                ExecuteSql{QStringLiteral("UPDATE book SET a = 1"), {}, {}, false, {}, {}}};
    }

private Q_SLOTS:
    void englishIsWhatCoreSays()
    {
        for (const Operation &operation : examples()) {
            QCOMPARE(operationText(operation), describe(operation));
            QCOMPARE(lossText(operation), describeLoss(operation));
        }
    }

    void germanIsGerman()
    {
        Language language;
        language.setChoice(QStringLiteral("de"));
        const Operations operations = examples();
        for (const Operation &operation : operations) {
            QVERIFY2(operationText(operation) != describe(operation), qPrintable(describe(operation)));
            QVERIFY2(!operationText(operation).contains(u'%'), qPrintable(operationText(operation)));
        }
        QCOMPARE(operationText(operations[7]), QStringLiteral("Spalte book.a in b umbenennen"));
        QCOMPARE(jobText({QStringLiteral("Commit to %1"), QStringLiteral("book")}), QStringLiteral("book festschreiben"));
        QCOMPARE(jobText(QString("SELECT '%1'")), QStringLiteral("SELECT '%1'"));
        language.setChoice(QStringLiteral("en"));
    }
};

JOINERY_TEST(OperationTextTest)
#include "tst_operation_text.moc"
