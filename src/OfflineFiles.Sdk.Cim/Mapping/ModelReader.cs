using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>
/// Makes the objects that carry the classes of rows. What is read of a row into which member is a loop over the properties of the schema, run once
/// for each class: it writes the function that then makes every object. A property that is NULL, or that the row does not have, leaves its member at
/// null, or at zero where it cannot be null.
/// </summary>
internal static class ModelReader
{
    private static readonly ConcurrentDictionary<CimClassSchema, Func<CimRow, CimRow, object>> Functions = new();

    public static T Read<T>(CimClassSchema schema, CimRow row) => (T)Read(schema, row);

    /// <summary>The object of a row, of the type that carries the class.</summary>
    public static object Read(CimClassSchema schema, CimRow row) => Functions.GetOrAdd(schema, Function)(row, row);

    /// <summary>An expression that makes the object of a row by a constructor and the members that can be set.</summary>
    /// <param name="schema">The schema of the row's class.</param>
    /// <param name="constructed">The object as its constructor leaves it.</param>
    /// <param name="row">The row.</param>
    /// <param name="whole">The row that holds it, for errors; the row itself where none does.</param>
    /// <param name="others">Members that are set to something else than what the row has.</param>
    public static Expression Make(
        CimClassSchema schema, NewExpression constructed, ParameterExpression row, ParameterExpression whole, params MemberAssignment[] others)
    {
        var reader = Expression.Variable(typeof(RowReader), "reader");
        var read = from pair in schema.Properties.Select((property, position) => (Property: property, Position: position))
                   let member = schema.ModelType.GetProperty(pair.Property.Name)!
                   where pair.Property.IsDocumented && member.CanWrite && !others.Any(other => other.Member.Name == member.Name)
                   select Expression.Bind(member, Value(pair.Property, reader, Expression.Constant(pair.Position), whole, member.PropertyType));
        return Expression.Block(
            [reader],
            Expression.Assign(reader, Expression.New(typeof(RowReader).GetConstructors()[0], Constant(schema), row, whole)),
            Expression.MemberInit(constructed, read.Concat(others)));
    }

    private static Func<CimRow, CimRow, object> Function(CimClassSchema schema)
    {
        var row = Expression.Parameter(typeof(CimRow), "row");
        var whole = Expression.Parameter(typeof(CimRow), "whole");
        var constructed = Expression.New(schema.ModelType.GetConstructor([])!);
        return Expression.Lambda<Func<CimRow, CimRow, object>>(Make(schema, constructed, row, whole), row, whole).Compile();
    }

    private static Expression Value(CimPropertySchema property, Expression reader, Expression position, Expression whole, Type type)
    {
        var canBeNull = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        var read = Expression.Call(reader, ReadMethod(property, canBeNull), position);
        return property.Type == CimTypeCode.Object
            ? Embedded(OfflineFilesSchema.Find(property.ClassName!)!, read, whole, type)
            : Expression.Convert(read, type);
    }

    private static BlockExpression Embedded(CimClassSchema schema, Expression read, Expression whole, Type type)
    {
        var row = Expression.Variable(typeof(CimRow), "embedded");
        var model = Expression.Convert(Expression.Invoke(Expression.Constant(Functions.GetOrAdd(schema, Function)), row, whole), type);
        var isNull = Expression.ReferenceEqual(row, Expression.Constant(null, typeof(CimRow)));
        return Expression.Block([row], Expression.Assign(row, read), Expression.Condition(isNull, Expression.Default(type), model));
    }

    // The property that has it is as good as a constant where the function becomes code, and sooner read than an object the function brings along.
    private static MemberExpression Constant(CimClassSchema schema) => typeof(OfflineFilesSchema).GetProperties()
        .Where(property => property.GetValue(null) == schema)
        .Select(property => Expression.Property(null, property))
        .First();

    private static MethodInfo ReadMethod(CimPropertySchema property, bool canBeNull) => typeof(RowReader).GetMethod((property.Type, canBeNull) switch
    {
        _ when property.IsArray => nameof(RowReader.Strings),
        (CimTypeCode.Boolean, true) => nameof(RowReader.Boolean),
        (CimTypeCode.Boolean, false) => nameof(RowReader.BooleanOrZero),
        (CimTypeCode.UInt16, true) => nameof(RowReader.Short),
        (CimTypeCode.UInt8 or CimTypeCode.UInt32, true) => nameof(RowReader.Number),
        (CimTypeCode.UInt8 or CimTypeCode.UInt32, false) => nameof(RowReader.NumberOrZero),
        (CimTypeCode.SInt64, true) => nameof(RowReader.Integer),
        (CimTypeCode.SInt64, false) => nameof(RowReader.IntegerOrZero),
        (CimTypeCode.DateTime, true) => nameof(RowReader.Time),
        (CimTypeCode.Object, _) => nameof(RowReader.Object),
        (CimTypeCode.String, _) => nameof(RowReader.String),
        _ => throw new InvalidOperationException($"No member of a model can take {property}."),
    })!;
}
