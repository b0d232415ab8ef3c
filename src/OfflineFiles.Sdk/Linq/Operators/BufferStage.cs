using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Keeps all rows and passes on what is made of them as a whole.</summary>
internal sealed class BufferStage(Func<List<object?>, IEnumerable<object?>> arrange, RowStage next) : RowStage(next)
{
    private readonly List<object?> _rows = [];

    public override bool Accept(object? row)
    {
        _rows.Add(row);
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsRows)
        {
            foreach (var row in arrange(_rows))
                if (!Next.Accept(row)) break;
        }

        Next.Complete();
    }
}
