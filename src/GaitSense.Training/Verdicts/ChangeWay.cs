namespace GaitSense.Training.Verdicts;

/// <summary>Which way a value changed.</summary>
public enum ChangeWay
{
    /// <summary>For the better.</summary>
    Better,

    /// <summary>For the worse.</summary>
    Worse,

    /// <summary>Up, of a quantity that is not better either way.</summary>
    Up,

    /// <summary>Down, of such a quantity.</summary>
    Down,
}
