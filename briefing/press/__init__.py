"""Join the stages: read the project, run what the plug-ins bring, prove, and write a build as a whole."""
