using System.Dynamic;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// Lets C# read a row that is held as <c>dynamic</c>: <c>row.ItemName</c> is <c>row["ItemName"]</c>. What the row has of its own goes first.
/// </summary>
internal sealed class RowMetaObject(Expression expression, WqlRow row) : DynamicMetaObject(expression, BindingRestrictions.Empty, row)
{
    private static readonly Expression<Func<WqlRow, string, object?>> Read = (row, name) => row[name];

    public override IEnumerable<string> GetDynamicMemberNames() => ((WqlRow)Value!).Names;

    public override DynamicMetaObject BindGetMember(GetMemberBinder binder)
    {
        var value = Expression.Invoke(Read, Expression.Convert(Expression, typeof(WqlRow)), Expression.Constant(binder.Name));
        return binder.FallbackGetMember(this, new DynamicMetaObject(value, BindingRestrictions.GetTypeRestriction(Expression, typeof(WqlRow))));
    }
}
