namespace GaitSense.Training.Plans;

/// <summary>Where a session takes place.</summary>
public enum Place
{
    /// <summary>At home, or outside on one's own.</summary>
    Home,

    /// <summary>In the clinic.</summary>
    Clinic,
}
