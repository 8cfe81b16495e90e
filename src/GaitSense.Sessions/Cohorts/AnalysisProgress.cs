namespace GaitSense.Sessions;

/// <summary>How far a batch is.</summary>
/// <param name="Recordings">All recordings; 0 or more.</param>
/// <param name="Looked">Those of which it is known whether their results are finished; 0 where it is not looked up, because there is no cohort or all is made again.</param>
/// <param name="WereFinished">Those whose results were finished before; the others are the work of this run.</param>
/// <param name="Done">Those of this run that ended without a failure; where it is stopped, those that it no longer begins too.</param>
/// <param name="Failed">Those of this run that failed.</param>
/// <param name="Share">Share of this run's work that is done, by size, 0 to 1.</param>
public readonly record struct AnalysisProgress(int Recordings, int Looked, int WereFinished, int Done, int Failed, double Share)
{
    /// <summary>Recordings that this run has to analyse.</summary>
    public int ToDo => Recordings - WereFinished;
}
