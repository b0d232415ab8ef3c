namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>What an operator asks of the sign of a comparison. Structs, so that each operator gets code of its own without a call.</summary>
internal interface IOrderTest
{
    bool Holds(int sign);
}

internal readonly struct EqualTest : IOrderTest
{
    public bool Holds(int sign) => sign == 0;
}

internal readonly struct NotEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign != 0;
}

internal readonly struct LessTest : IOrderTest
{
    public bool Holds(int sign) => sign < 0;
}

internal readonly struct LessOrEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign <= 0;
}

internal readonly struct GreaterTest : IOrderTest
{
    public bool Holds(int sign) => sign > 0;
}

internal readonly struct GreaterOrEqualTest : IOrderTest
{
    public bool Holds(int sign) => sign >= 0;
}
