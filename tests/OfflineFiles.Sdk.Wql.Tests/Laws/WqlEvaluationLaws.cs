using CsCheck;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

[TestFixture]
internal sealed class WqlEvaluationLaws
{
    private static readonly Gen<WqlPredicate> Predicate = WqlGen.Tree(LawRow.Term, 4);
    private static readonly LawShape Shape = new();

    [Test]
    public void A_compiled_predicate_says_what_the_plain_interpreter_says() => Gen.Select(Predicate, LawRow.Random).Sample(
        (predicate, row) => WqlCompiler.Compile(predicate, Shape)(row) == (NaiveEvaluation.Evaluate(predicate, row) == true), iter: LawBudget.Of(20_000));

    [Test]
    public void The_code_of_a_predicate_says_what_the_plain_interpreter_says() => Gen.Select(Predicate, LawRow.Random.Array[20]).Sample(
        (predicate, rows) =>
        {
            var matches = WqlCompiler.Tree(predicate, Shape).Compile();
            return rows.All(row => matches(row) == (NaiveEvaluation.Evaluate(predicate, row) == true));
        },
        iter: LawBudget.Of(500));

    [Test]
    public void Printing_and_reading_does_not_change_the_answer() => Gen.Select(Predicate, LawRow.Random).Sample(
        (predicate, row) => WqlCompiler.Compile(Read(predicate.ToString()), Shape)(row) == WqlCompiler.Compile(predicate, Shape)(row));

    [Test]
    public void No_row_satisfies_a_predicate_and_its_opposite() => Gen.Select(Predicate, LawRow.Random).Sample(
        (predicate, row) => !(WqlCompiler.Compile(predicate, Shape)(row) && WqlCompiler.Compile(WqlPredicate.Not(predicate), Shape)(row)));

    // Leniently, because Windows compares two properties only in event queries.
    private static WqlPredicate Read(string predicate) =>
        ((WqlSelectQuery)WqlQuery.Parse("SELECT * FROM C WHERE " + predicate, WqlParseOptions.Lenient)).Where!;
}
