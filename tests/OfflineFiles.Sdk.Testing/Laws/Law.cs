using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>Holds a law against random questions. What breaks it is made small and shown with its exception, if it threw one.</summary>
internal static class Law
{
    public static Task Holds(Gen<Question> questions, Func<Question, bool> law, int inCi = 2_000, int threads = -1) =>
        HoldsAsync(questions, question => Task.FromResult(law(question)), inCi, threads);

    public static Task HoldsAsync(Gen<Question> questions, Func<Question, Task<bool>> law, int inCi = 2_000, int threads = -1) => questions.SampleAsync(
        async question =>
        {
            if (await FaultAsync(question, law) is null) return;
            var smallest = await Shrinking.SmallestAsync(question, async smaller => await FaultAsync(smaller, law) is not null);
            throw new AssertionException($"{smallest}\nanswer: {string.Join(", ", smallest.Answer)}\n{await FaultAsync(smallest, law)}");
        },
        iter: LawBudget.Of(inCi),
        threads: threads,
        print: _ => "");

    private static async Task<string?> FaultAsync(Question question, Func<Question, Task<bool>> law)
    {
        try
        {
            return await law(question) ? null : "It was answered otherwise.";
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }
}
